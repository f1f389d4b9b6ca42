/**
 * Keeps the focus in the field while the pointer works in the search, and calls `onLeft` when it
 * goes elsewhere. Returns the way to stop. Listened to on the element itself: the search is a
 * landmark, and no control that could have handlers.
 */
export function keepFocus(search: HTMLElement, onLeft: () => void): () => void {
  const onPress = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  };
  const onOut = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && search.contains(relatedTarget))) onLeft();
  };
  search.addEventListener('mousedown', onPress);
  search.addEventListener('focusout', onOut);
  return () => {
    search.removeEventListener('mousedown', onPress);
    search.removeEventListener('focusout', onOut);
  };
}
