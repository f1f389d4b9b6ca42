import { type ComponentType, lazy } from 'react';
import { loadCode } from '#src/lib/load.ts';

/** A component by its name in a module that is loaded when it is first drawn: in a `Part`, which says where it can't be. */
export const lazyPart = <Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
) => lazy(async () => ({ default: (await loadCode(load))[name] }));
