/** What in a served file says where its source was: folders of the project, of its packages, of a machine. */
const PATHS: readonly RegExp[] = [
  /(?<![\w.-])(?:src|tools|e2e|node_modules)\/[\w@./-]+\.(?:[cm]?[jt]sx?|css|html)\b/,
  /sourceMappingURL=/,
  /file:\/\//,
  /(?<![\w./])\/(?:home|root|tmp|Users|workspaces?)\/\w/,
  /\b[A-Z]:\\\\?(?:Users|src|work)\b/,
];

/** An address of another site can look like a path. */
const ADDRESS = /https:\/\/[^\s"'`<>]+/g;

/** Files that are notes on the sources, whatever they say. */
const NOTES = /\.map$|^\.vite\//;

/** A file as it is served. */
interface Served {
  readonly name: string;
  readonly text: string;
}

/**
 * What a build shows of its sources, as file and text: names of notes, paths, and the project's own folder.
 * Empty where it shows nothing.
 */
export function sourcePathsIn(files: readonly Served[], root: string): string[] {
  return files.flatMap(({ name, text }) => {
    if (NOTES.test(name)) return [name];
    const own = text.replaceAll(ADDRESS, '');
    const found = PATHS.flatMap((path) => path.exec(own)?.[0] ?? []);
    return [...found, ...(text.includes(root) ? [root] : [])].map((path) => `${name}: ${path}`);
  });
}
