// The lines of work of three companies, one row each: name, kind, noun, states, worker, team, amount, flag, due.

export const insurance = `
Motor Claims | app | Claim | Reported, Assessment, Approved, Paid | Adjuster | Motor Claims | Reserve | Litigation | Reply by
Home Claims | app | Claim | Reported, Assessment, Approved, Paid | Adjuster | Home Claims | Reserve | Litigation | Reply by
Travel Claims | app | Claim | Reported, In progress, Settled | Adjuster | Travel Claims | Reserve | Hardship | Reply by
Liability Claims | app | Claim | Reported, Legal review, Negotiation, Settled | Adjuster | Liability Claims | Reserve | Litigation | Limitation
Health Claims | app | Claim | Received, Medical review, Approved, Paid | Assessor | Health Claims | Amount | Sensitive | Reply by
Life Benefits | app | Benefit | Filed, Review, Granted, Paid out | Assessor | Life Benefits | Sum insured | Suspicious | Payable on
Subrogation | app | Recovery | Opened, Demanded, In court, Recovered | Recovery Agent | Recoveries | Demand | In court | Limitation
Salvage | element | Wreck | Listed, Offered, Sold | Salvage Agent | Recoveries | Estimate | Disputed | Pick up by
Fraud Cases | app | Case | Suspected, Investigation, Proven, Dropped | Investigator | Special Investigations | Exposure | Reported to police | Report due
Motor Underwriting | app | Quote | Requested, Priced, Bound, Declined | Underwriter | Motor Underwriting | Premium | Referred | Valid until
Property Underwriting | app | Quote | Requested, Surveyed, Priced, Bound | Underwriter | Property Underwriting | Premium | Referred | Valid until
Marine Underwriting | app | Quote | Requested, Priced, Bound | Underwriter | Marine Underwriting | Premium | Sanctions hit | Valid until
Life Underwriting | app | Application | Received, Medical review, Accepted, Declined | Underwriter | Life Underwriting | Sum insured | Loading | Decide by
Treaty Reinsurance | app | Treaty | Draft, Placed, Active, Expired | Reinsurance Manager | Reinsurance | Capacity | Facultative | Renewal
Reinsurance Recoverables | element | Recoverable | Notified, Agreed, Collected | Reinsurance Clerk | Reinsurance | Share | Disputed | Collect by
Policy Changes | app | Change | Requested, Checked, Done | Policy Clerk | Policy Services | Premium effect | Retroactive | Effective on
Cancellations | task | Cancellation | Requested, Retention, Confirmed | Retention Agent | Policy Services | Refund | Complaint | Effective on
Renewals | app | Renewal | Prepared, Offered, Accepted, Lapsed | Renewal Clerk | Policy Services | Premium | Repriced | Renewal date
Broker Onboarding | app | Broker | Applied, Vetting, Approved, Active | Sales Manager | Broker Sales | Expected volume | Regulated | Contract by
Commissions | app | Statement | Calculated, Checked, Released, Paid | Commission Clerk | Broker Accounting | Commission | Clawback | Pay by
Broker Complaints | task | Complaint | Received, Answered, Closed | Complaint Clerk | Broker Sales | Compensation | Escalated | Reply by
Customer Complaints | app | Complaint | Received, Review, Answered, Closed | Complaint Officer | Complaints Office | Compensation | Ombudsman | Reply by
Data Requests | app | Request | Received, Identity check, Collecting, Answered | Privacy Officer | Data Protection | Effort | Refused | Legal deadline
Sanctions Screening | app | Hit | Open, Cleared, Confirmed | Screener | Compliance | Exposure | Escalated | Clear by
Money Laundering Reports | app | Report | Internal, Assessed, Filed | Reporting Officer | Compliance | Amount | Filed with authority | File by
Premium Collection | app | Reminder | First, Second, Lawyer, Paid | Collection Clerk | Premium Accounting | Outstanding | Instalments | Pay by
Payments Out | app | Payment | Entered, First approval, Second approval, Paid | Payment Clerk | Treasury | Amount | Urgent | Value date
Investments | app | Order | Proposed, Approved, Executed, Settled | Portfolio Manager | Asset Management | Nominal | Derivative | Settlement
Solvency Reporting | element | Template | Open, Filled, Reviewed, Submitted | Actuary | Actuarial | Deviation | Restated | Submit by
Reserving | app | Estimate | Draft, Peer review, Final | Actuary | Actuarial | Best estimate | Overlay | Board date
Pricing Models | element | Model | Draft, Validation, Live, Retired | Model Owner | Actuarial | Loss ratio | Black box | Review by
Purchase Requests | app | Request | Requested, Approved, Ordered, Delivered | Buyer | Procurement | Price | Single source | Needed by
Vendor Reviews | task | Review | Planned, Running, Done | Vendor Manager | Procurement | Spend | Critical | Review by
IT Tickets | app | Ticket | New, In progress, Waiting, Solved | Agent | IT Service Desk | Effort | Security | Solve by
Access Requests | task | Request | Requested, Approved, Granted | Access Manager | IT Security | Risk score | Privileged | Valid until
Change Calendar | element | Change | Planned, Approved, Live | Change Manager | IT Operations | Downtime | Emergency | Go live
Hiring | app | Candidate | Applied, Interview, Offer, Hired | Recruiter | Human Resources | Salary | Board level | Start
Absences | app | Absence | Requested, Approved, Taken | HR Partner | Human Resources | Days | Medical | First day
Facility Requests | task | Request | Reported, Ordered, Done | Caretaker | Facilities | Cost | Safety | Fix by
Board Papers | app | Paper | Draft, Legal check, Distributed | Secretary | Board Office | Budget | Confidential | Meeting
`;

/** One for each plant. */
export const plantWork = `
Maintenance | app | Order | Reported, Planned, Running, Done | Mechanic | Maintenance | Downtime | Safety | Fix by
Quality | app | Deviation | Found, Analysis, Measure, Closed | Inspector | Quality | Scrap cost | Customer | Answer by
Shift Log | element | Entry | Open, Handed over, Closed | Shift Lead | Production | Output | Incident | Handover
Tooling | app | Tool | Ordered, In use, Repair, Scrapped | Toolmaker | Tool Shop | Book value | Customer owned | Next check
Inbound | task | Delivery | Announced, Unloaded, Checked, Stored | Receiver | Logistics | Pallets | Hazardous | Due in
Outbound | task | Shipment | Planned, Loaded, Left, Arrived | Dispatcher | Logistics | Pallets | Express | Leaves on
Work Safety | app | Incident | Reported, Investigated, Measure, Closed | Safety Officer | Safety | Lost days | Authority | Report by
`;

export const manufacturing = `
Sales Orders | app | Order | Entered, Confirmed, In production, Shipped | Order Clerk | Order Desk | Order value | Penalty | Promised for
Offers | app | Offer | Asked, Calculated, Sent, Won | Sales Engineer | Technical Sales | Offer value | Special design | Valid until
Engineering Changes | app | Change | Proposed, Impact, Approved, Released | Design Engineer | Engineering | Cost | Stop order | Effective on
Drawings | element | Drawing | Draft, Checked, Released, Withdrawn | Design Engineer | Engineering | Sheets | Export control | Release by
Suppliers | app | Supplier | Candidate, Audit, Approved, Blocked | Strategic Buyer | Purchasing | Spend | Single source | Next audit
Purchase Orders | app | Order | Draft, Approved, Sent, Received | Buyer | Purchasing | Price | Framework | Deliver by
Complaints | app | Complaint | Received, 8D running, Answered, Closed | Quality Engineer | Customer Quality | Claim value | Field action | Reply by
Customer Projects | app | Project | Kick-off, Sampling, Approval, Series | Project Manager | Project Office | Budget | Strategic | SOP
Capital Requests | app | Request | Draft, Plant approval, Board approval, Spent | Controller | Controlling | Investment | Unplanned | Spend by
Spare Parts | app | Part | Requested, Offered, Sold | Service Clerk | After Sales | Price | Obsolete | Ship by
Service Visits | task | Visit | Planned, On site, Reported | Technician | After Sales | Hours | Warranty | Visit on
Energy | element | Reading | Open, Checked, Reported | Energy Manager | Facilities | Consumption | Estimated | Read on
Permits | app | Permit | Applied, Granted, Expired | Environment Officer | Environment | Fee | Conditions | Valid until
Training | app | Course | Planned, Booked, Held | Trainer | Human Resources | Price | Mandatory | Held on
Timesheets | app | Sheet | Open, Submitted, Approved | Payroll Clerk | Payroll | Hours | Overtime | Cut-off
IT Desk | app | Ticket | New, In progress, Waiting, Solved | Agent | IT | Effort | Security | Solve by
Invoices | app | Invoice | Scanned, Coded, Approved, Paid | Accountant | Accounts Payable | Amount | Dispute | Pay by
Credit Limits | task | Limit | Requested, Reviewed, Granted | Credit Manager | Accounts Receivable | Limit | Insured | Review on
`;

/** One for each company of the holding. */
export const holdingWork = `
Client Projects | app | Project | Offered, Running, Acceptance, Closed | Project Lead | Delivery | Budget | Fixed price | Deliver by
Contracts | app | Contract | Draft, Legal check, Signed, Ended | Contract Manager | Legal | Value | Exclusive | Ends on
Subcontractors | app | Assignment | Requested, Vetted, On site, Ended | Sourcing Manager | Sourcing | Day rate | Security clearance | Until
Invoicing | app | Invoice | Draft, Approved, Sent, Paid | Invoice Clerk | Finance | Amount | Disputed | Pay by
Helpdesk | app | Ticket | New, In progress, Waiting, Solved | Agent | Support | Effort | Outage | Solve by
`;

export const holding = `
Acquisitions | app | Target | Screened, Due diligence, Signing, Closed | Deal Lead | Corporate Development | Price | Confidential | Exclusivity
Group Treasury | app | Transfer | Entered, Approved, Executed | Treasurer | Treasury | Amount | Intercompany | Value date
Group Reporting | element | Package | Open, Submitted, Reviewed, Final | Group Accountant | Group Accounting | Deviation | Restated | Submit by
Risk Register | app | Risk | Identified, Assessed, Treated, Closed | Risk Owner | Risk Management | Exposure | Board level | Review on
Group Audit | app | Finding | Draft, Agreed, Measure, Closed | Auditor | Group Audit Office | Exposure | Repeated | Fix by
Partner Portal | app | Request | New, Assigned, Answered | Partner Manager | Partner Management | Value | Escalated | Reply by
Data Rooms | app | Document | Uploaded, Reviewed, Released, Withdrawn | Data Room Manager | Corporate Development | Pages | Restricted | Withdraw on
Insurance Cover | task | Cover | Asked, Quoted, Bound | Insurance Manager | Risk Management | Sum | Self-insured | Renewal
Group IT | app | Ticket | New, In progress, Waiting, Solved | Agent | Group IT Desk | Effort | Security | Solve by
Leases | app | Lease | Draft, Signed, Running, Ended | Property Manager | Real Estate | Rent | Sublet | Notice by
`;
