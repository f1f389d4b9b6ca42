import type { ConfigProblem } from '#src/pages/settings/config-problem.ts';
import { settings } from '#src/strings/settings.ts';
import { Notice } from '#src/ui/Notice.tsx';

const words = settings.config;

export interface ConfigNoticeProps {
  readonly problem: ConfigProblem;
}

/** Why the deployment's `config.json` isn't used, and what is so without it. */
export function ConfigNotice({ problem }: ConfigNoticeProps) {
  return (
    <Notice intent="warning" title={words.title}>
      {problem.why === 'unread' ? words.unread(problem.detail) : words.wrong(problem.places)}{' '}
      {words.without}
    </Notice>
  );
}
