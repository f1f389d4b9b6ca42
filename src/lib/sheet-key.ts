import { storedValues } from '#src/lib/stored-values.ts';

/** Whether `?` opens the keyboard shortcuts: the browser keeps that, for people whose speech or hands type by accident. */
const stored = storedValues<boolean>('sheetKey', {
  safeParse: (value) =>
    typeof value === 'boolean' ? { success: true, data: value } : { success: false },
});

/** Whether the key does something; on unless a person turns it off. */
export const isSheetKeyOn = (): boolean => stored.read('') ?? true;

/** Turns the key on or off for all tabs. */
export const turnSheetKey = (isOn: boolean): void => stored.write('', isOn);

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onSheetKeyChange = stored.listen;
