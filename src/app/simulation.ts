import { createContext, type ReactNode } from 'react';

/** Draws the demo's simulation panel, which may ask to be closed. */
export type RenderSimulation = (onClose: () => void) => ReactNode;

/** The demo's simulation panel, for the shell; null in a live build. */
export const SimulationContext = createContext<RenderSimulation | null>(null);
