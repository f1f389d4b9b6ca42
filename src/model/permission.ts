/** What one role gives in a scope. Patterns may hold `*`, which also spans `/`. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** Whether some role allows an action and does not take it away again. Compared without letter case. */
export function allows(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => matches(pattern, action)),
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
