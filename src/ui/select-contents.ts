/** Selects what an element shows, for the keys to copy. The focus stays where it is. */
export function selectContents(element: HTMLElement | null): void {
  if (element !== null) getSelection()?.selectAllChildren(element);
}
