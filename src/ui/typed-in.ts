/** Whether a text field, known by its id, has the focus: what changes in it is typed there. */
export function isTypedIn(field: string): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLInputElement &&
    activeElement.type === 'text' &&
    activeElement.id === field
  );
}
