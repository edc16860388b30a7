// What Writ's client and server say to each other beyond the protocol that all editors speak. Plain values, as JSON.

/** Sent after a project was looked at anew: its answers, findings and counts may be others. */
export const changedNotification = 'writ/changed';

/** Under this name of `experimental` a client says that it wants those notifications. */
export const clientOption = 'writChanges';

export interface ChangedParams {
  /** URI of its folder, or of the one document that it is made of. */
  readonly project: string;
}

export const projectsRequest = 'writ/projects';

export interface ProjectInfo {
  /** As `ChangedParams.project`. */
  readonly root: string;
  readonly name: string;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Expectations that held, out of all. */
  readonly held: number;
  readonly expectations: number;
}
