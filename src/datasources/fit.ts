import type { ComponentType, ReactNode } from 'react';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What a datasource says of the restore of a VM, beside another one that protects the same VM. */
export interface FitPart {
  /** Reads what it takes, and passes it on. */
  readonly WithFit: ComponentType<WithFitProps>;
}

export interface WithFitProps {
  readonly instance: ResourceId;
  readonly children: (fit: Fit) => ReactNode;
}

/** The restore of a VM by one service. */
export interface Fit {
  readonly service: string;
  /** The name of the backup instance; null: not read. */
  readonly name: string | null;
  /** Above the comparison: why there is less to compare. */
  readonly note?: ReactNode;
  readonly newest: FitCell;
  readonly cannot: FitCell;
  readonly needs: FitCell;
  readonly destroys: FitCell;
  /** How long its latest restores took, in milliseconds; undefined: not read, null: it is being read. */
  readonly tookMs: readonly number[] | null | undefined;
}

/** Null: it is being read. */
export type FitCell = readonly FitLine[] | null;

export interface FitLine {
  readonly text: string;
  /** The constraint that says so; left out: none does. */
  readonly rule?: string;
  /** The ways to restore that it is about; left out: all. */
  readonly options?: readonly string[];
}
