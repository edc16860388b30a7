// What Writ's client and server say to each other about new projects.

/** Takes nothing; gives `TemplateInfo[]`, the plainest first. */
export const templatesRequest = 'writ/templates';

export interface TemplateInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Takes `NewProjectParams`; gives `NewProject`, or null where there is no such template. */
export const newProjectRequest = 'writ/newProject';

export interface NewProjectParams {
  readonly template: string;
  /** What the organization is called. */
  readonly name: string;
}

export interface NewProject {
  /** The file to begin to read with. */
  readonly main: string;
  /** By paths below the folder of the project. The server writes none of them. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}
