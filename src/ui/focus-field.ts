/**
 * Puts focus on a field by its name, which is also the id of its control; of a group of radios on
 * the one that is chosen, else the first. Returns false when there is no such field on the page.
 */
export function focusField(name: string): boolean {
  const named = name === '' ? null : document.getElementById(name);
  if (named === null) return false;
  const control = named.matches('[role="radiogroup"]')
    ? (named.querySelector<HTMLElement>('input:checked') ?? named.querySelector('input'))
    : named;
  control?.focus();
  return control !== null;
}
