// What a template of a new project is: texts with a few places that are filled in when a project is made of it.

export interface Template {
  /** How the command line and the protocol name it. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** The file to begin to read with. */
  readonly main: string;
  /** By path below the project. `writ.json` is no part of it: all have the same one. */
  readonly files: Readonly<Record<string, string>>;
}

export interface TemplateValues {
  /** What the organization is called; any text. */
  readonly name: string;
  /** The day that the project is made on, in days since 1970-01-01. */
  readonly today: number;
}

export interface NewFile {
  /** Below the project, with `/`. */
  readonly path: string;
  readonly text: string;
}
