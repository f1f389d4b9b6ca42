/**
 * Why a value isn't there: its read goes on; nothing has read it; the job of this service has no such field; it was read
 * and left out; there is none.
 */
export type Absence = 'onItsWay' | 'notRead' | 'notInJob' | 'notReported' | 'none';
