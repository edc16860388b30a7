;;; emacs.el --- Drives Emacs with Eglot as an editor that Writ was not written for  -*- lexical-binding: t; -*-

;;; Commentary:
;; Prints what each step gave as one line of JSON, and never waits for ever.

;;; Code:
(require 'json)
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

(defvar writ-folder (file-name-as-directory (getenv "WRIT_FOLDER")))
(defvar writ-patience 15)

(define-derived-mode writ-mode prog-mode "Writ"
  (setq-local comment-start "// " tab-width 2 indent-tabs-mode nil))
(add-to-list 'auto-mode-alist '("\\.writ\\'" . writ-mode))
(add-to-list 'eglot-server-programs
             `(writ-mode . (,(getenv "WRIT_NODE") ,(getenv "WRIT_CLI") "lsp" "--stdio")))
(setq eglot-sync-connect writ-patience
      eglot-send-changes-idle-time 0
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      eglot-autoreconnect nil
      create-lockfiles nil
      make-backup-files nil)

;; Somebody who wants what is asked about.
(fset 'y-or-n-p (lambda (&rest _) t))

(defun writ-say (step value)
  (princ (concat (json-encode `((step . ,step) (value . ,value))) "\n")))

(defun writ-await (condition)
  "Look until CONDITION gives something, at most for a while."
  (let ((end (+ (float-time) writ-patience)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.02))))

(defun writ-open (file)
  (find-file (concat writ-folder file))
  (unless (eglot-current-server)
    (apply #'eglot (eglot--guess-contact)))
  (eglot--maybe-activate-editing-mode)
  (flymake-mode 1)
  (current-buffer))

(defun writ-ask (method text &optional behind more)
  "Ask METHOD at the first place of TEXT, or right BEHIND it, with MORE about it."
  (save-excursion
    (goto-char (point-min))
    (when (search-forward text nil t)
      (unless behind (goto-char (match-beginning 0)))
      (eglot--signal-textDocument/didChange)
      (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))))

(defun writ-replace (from to)
  (save-excursion
    (goto-char (point-min))
    (search-forward from)
    (replace-match to t t))
  (eglot--signal-textDocument/didChange))

(defun writ-diagnostics ()
  "Each diagnostic with the text that it underlines, as Emacs counts columns: in characters."
  (vconcat
   (mapcar (lambda (each)
             (let* ((data (alist-get 'eglot-lsp-diag (flymake-diagnostic-data each))))
               `((code . ,(plist-get data :code))
                 (at . ,(buffer-substring-no-properties (flymake-diagnostic-beg each) (flymake-diagnostic-end each))))))
           (flymake-diagnostics))))

(defun writ-has (code)
  (lambda ()
    (seq-find (lambda (each) (equal (alist-get 'code each) code)) (writ-diagnostics))))

(defun writ-run ()
  (writ-open "people.writ")
  (writ-say "symbols" (length (jsonrpc-request (eglot-current-server) :textDocument/documentSymbol
                                               `(:textDocument ,(eglot--TextDocumentIdentifier)))))
  (writ-say "clean" (writ-diagnostics))
  (writ-replace "tomas }" "thomas }")
  (writ-await (writ-has "unknown-principal"))
  (writ-say "mistake" (writ-diagnostics))
  (writ-replace "thomas }" "tomas }")
  (writ-await (lambda () (seq-empty-p (writ-diagnostics))))
  (writ-say "corrected" (writ-diagnostics))
  (writ-open "service-desk.writ")
  (writ-say "hover" (plist-get (writ-ask :textDocument/hover "UPDATE_RECORDS") :contents))
  (let ((completion (writ-ask :textDocument/completion "grants READ_RECORDS, CREATE" t)))
    (writ-say "completion"
              (vconcat (mapcar (lambda (each) (plist-get each :label))
                               (if (vectorp completion) completion (plist-get completion :items))))))
  (writ-say "definition" (writ-ask :textDocument/definition "\"All Staff\""))
  (writ-say "references" (length (writ-ask :textDocument/references "\"All Staff\"" nil
                                           '(:context (:includeDeclaration t)))))
  (writ-open "tests.writ")
  (writ-replace "chloe cannot UPDATE_RECORDS" "chloe can UPDATE_RECORDS")
  (writ-await (writ-has "failed-expectation"))
  (writ-say "expectation" (writ-diagnostics))
  (writ-open "service-desk.writ")
  (goto-char (point-min))
  (search-forward "grants READ_RECORDS")
  (replace-match "grants    READ_RECORDS")
  (eglot-format-buffer)
  (goto-char (point-min))
  (writ-say "formatted" (if (search-forward "grants    READ_RECORDS" nil t) 0 1))
  (goto-char (point-min))
  (search-forward "\"All Staff\"")
  (goto-char (1+ (match-beginning 0)))
  (eglot--signal-textDocument/didChange)
  (eglot-rename "Everybody here")
  (writ-say "elsewhere" (progn (goto-char (point-min)) (if (search-forward "\"Everybody here\"" nil t) 1 0)))
  (writ-open "people.writ")
  (writ-say "renamed" (progn (goto-char (point-min)) (if (search-forward "group \"Everybody here\"" nil t) 1 0)))
  (let ((process (jsonrpc--process (eglot-current-server))))
    ;; `eglot-shutdown` kills the server as soon as it has asked it to end.
    (jsonrpc-request (eglot-current-server) :shutdown nil)
    (jsonrpc-notify (eglot-current-server) :exit nil)
    (writ-await (lambda () (not (process-live-p process))))
    (writ-say "stopped" (process-exit-status process))))

(condition-case problem
    (writ-run)
  (error (writ-say "problem" (format "%S" problem))))
(kill-emacs 0)
;;; emacs.el ends here
