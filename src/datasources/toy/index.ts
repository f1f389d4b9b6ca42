import { TOY_HOME } from '#src/api/toy/home.ts';
import { toyTokens } from '#src/api/toy/queries/session.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { ConnectionSettings } from '#src/datasources/toy/connection/ConnectionSettings.tsx';
import { restore } from '#src/datasources/toy/restore.tsx';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** The toy shelf, which only tests have: a small datasource of another vendor. */
export const toy: Datasource = {
  tasks: { restore: taskOf(restore) },
  connection: {
    hosts: [TOY_HOME.endpoint],
    tokens: toyTokens,
    Settings: ConnectionSettings,
  },
};
