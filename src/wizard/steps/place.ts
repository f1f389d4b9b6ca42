import { createContext } from 'react';
import type { WizardProps } from '#src/datasources/datasource.ts';

/** Where the wizard is drawn: the step, and the ways from here. Its reads and rules do not depend on it. */
export const Place = createContext<WizardProps | null>(null);
