/** What one role gives in a scope. Patterns may hold `*`, which also spans `/`. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/**
 * Whether some role allows an action and takes nothing of it away again. Compared without letter case.
 * An action that holds `*` itself means all that it stands for, from one role.
 */
export function allows(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => meets(pattern.toLowerCase(), action.toLowerCase())),
  );
}

function matches(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const folded = action.toLowerCase();
  if (parts.length === 1) return parts[0] === folded;
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!folded.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = folded.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return folded.length - last.length >= from && folded.endsWith(last);
}

/** Whether some action is meant by both of two patterns. */
function meets(a: string, b: string): boolean {
  if (a === '' && b === '') return true;
  if (a.startsWith('*')) return meets(a.slice(1), b) || (b !== '' && meets(a, b.slice(1)));
  if (b.startsWith('*')) return meets(b, a);
  return a[0] === b[0] && meets(a.slice(1), b.slice(1));
}
