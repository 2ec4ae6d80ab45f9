/** Texts of the page by language and key, for works of no particular kind. */
declare const WORDS: Record<string, Record<string, string>>;
/** The script of the worker. */
declare const WORKER: string;
/** The version of the program. */
declare const PROGRAM: string;
