/** The heading of the restore points on the page of any backup instance. */
export const POINTS_ID = 'restore-points';
