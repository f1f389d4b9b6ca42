import { shell } from '#src/strings/shell.ts';

const words = shell.notConfigured;

/** Shown by a live build that was made without its settings. */
export function NotConfigured({ missing }: { readonly missing: readonly string[] }) {
  return (
    <main>
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <ul>
        {missing.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </main>
  );
}
