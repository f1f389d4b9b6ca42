import { type ComponentType, createContext } from 'react';

/** The demo's simulation panel, for the shell; null in a live build. */
export const SimulationContext = createContext<ComponentType<{
  readonly onClose: () => void;
}> | null>(null);
