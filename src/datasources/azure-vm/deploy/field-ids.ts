/** Ids of the controls to which a problem leads. */
export const GROUP_ID = 'deploy-group';
export const TEXT_ID = 'deploy-template-text';

/** The control of a parameter, by its place among the template’s. */
export const fieldId = (index: number): string => `deploy-parameter-${String(index)}`;
