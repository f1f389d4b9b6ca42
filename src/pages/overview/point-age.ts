import { storedValues } from '#src/lib/stored-values.ts';
import { POINT_AGES, type PointAge } from '#src/model/instances.ts';

const stored = storedValues<PointAge>('pointAge', {
  safeParse: (value) => {
    const data = POINT_AGES.find((age) => age === value);
    return data === undefined ? { success: false } : { success: true, data };
  },
});

/** The age that restore points are counted by, as this account chose it. */
export const pointAge = (): PointAge => stored.read('') ?? '24h';

/** Keeps the age for all tabs of this account. */
export const choosePointAge = (age: PointAge): void => stored.write('', age);

/** Calls back after every choice, also one of another tab. Returns the way to stop. */
export const onPointAge = stored.listen;
