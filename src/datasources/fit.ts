import type { ComponentType, ReactNode } from 'react';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import type { View } from '#src/wizard/explain/view.ts';

/** What a datasource says of the restore of a VM, beside another one that protects the same VM. */
export interface FitPart {
  /** Reads what it takes, and passes it on. */
  readonly WithFit: ComponentType<WithFitProps>;
}

export interface WithFitProps {
  readonly instance: ResourceId;
  readonly children: (fit: Fit) => ReactNode;
}

/** The restore of a VM by one service. Null: it is being read. */
export interface Fit {
  readonly service: string;
  /** The name of the backup instance. */
  readonly name: string | null;
  /** Above the comparison: why there is less to compare. */
  readonly note?: ReactNode;
  readonly newest: FitCell;
  readonly cannot: FitCell;
  readonly needs: FitCell;
  readonly destroys: FitCell;
  readonly time: FitCell;
}
export type FitCell = readonly FitLine[] | null;

export interface FitLine {
  readonly text: string;
  /** The constraint that says so; left out: none does. */
  readonly rule?: string;
  /** The ways to restore that it is about; none: all. */
  readonly options?: readonly string[];
}

/** A way to restore, judged by the rules. */
export interface JudgedOption<Reads> {
  readonly name: string;
  readonly view: View<Reads>;
}

/** What the rules say of all ways to restore a VM. */
export interface JudgedLines {
  readonly cannot: readonly FitLine[];
  readonly needs: readonly FitLine[];
  /** How many constraints were not checked, for a fact of the source is not known. */
  readonly notChecked: number;
}

/** What the rules refuse, warn of and ask for, each once, with the ways to restore that it is about. */
export function judgedLines<Reads>(options: readonly JudgedOption<Reads>[]): JudgedLines {
  const linesOf = (isMeant: (rule: Rule) => boolean): FitLine[] => {
    const found = new Map<string, FitLine & { readonly options: readonly string[] }>();
    for (const { name, view } of options) {
      for (const { rule, state } of view.settled.verdicts) {
        if (state !== 'speaks' || !isMeant(rule)) continue;
        const names = [...(found.get(rule.id)?.options ?? []), name];
        found.set(rule.id, { text: view.model.textOf(rule).say, rule: rule.id, options: names });
      }
    }
    return [...found.values()].map(({ options: names, ...line }) =>
      names.length === options.length ? line : { ...line, options: names },
    );
  };
  const unknown = options.flatMap(({ view }) => view.settled.verdicts.filter(isUnknown));
  return {
    cannot: linesOf(refuses),
    needs: linesOf(asks),
    notChecked: new Set(unknown.map(({ rule }) => rule.id)).size,
  };
}

/** What is put right when the replacement is confirmed refuses nothing beforehand. */
const isConfirmed = (rule: Rule): boolean => fieldsOf(rule).includes('confirmReplace');

const refuses = (rule: Rule): boolean =>
  (rule.kind === 'block' && !isConfirmed(rule)) || (rule.kind === 'warn' && !('always' in rule));

const asks = (rule: Rule): boolean =>
  rule.kind === 'require-field' || (rule.kind === 'block' && isConfirmed(rule));

/** What hangs on the target is checked when that is chosen. */
const isUnknown = (verdict: Verdict): boolean =>
  verdict.state === 'not checked' &&
  verdict.rule.kind === 'block' &&
  /^(vm|point|vault|commvault)\./.test(verdict.fact);
