/**
 * Puts focus on a field by its name, which is also the id of its control; of a group of radios on
 * the one that is chosen, else the first. A part that is folded up is opened first. Returns false when there is no such field on the page.
 */
export function focusField(name: string): boolean {
  const named = name === '' ? null : document.getElementById(name);
  if (named === null) return false;
  const control = named.matches('[role="radiogroup"]')
    ? (named.querySelector<HTMLElement>('input:checked') ?? named.querySelector('input'))
    : named;
  const folded = control?.closest('details');
  if (folded) folded.open = true;
  control?.focus();
  return control !== null;
}
