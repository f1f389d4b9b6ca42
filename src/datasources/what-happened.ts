import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { Address } from '#src/lib/address-values.ts';

/** What leads from an event to a restore: the questions of a datasource, and its answer. */
export interface WhatHappened {
  /** Starts the reads that the answers in an address need. */
  readonly warm: (queries: QueryClient, address: Address) => void;
  /** The questions, one section each. */
  readonly Questions: ComponentType<QuestionsProps>;
  /** The answer, shown beside the questions; until they are answered, what is missing. */
  readonly Answer: ComponentType<AnswerProps>;
}

export interface AnswerProps {
  /** What was answered, as the address of the page holds it. */
  readonly address: Address;
}

export interface QuestionsProps extends AnswerProps {
  /** Puts answers into the address, beside those that are there; undefined: no answer. */
  readonly onAnswer: (answers: Address) => void;
}
