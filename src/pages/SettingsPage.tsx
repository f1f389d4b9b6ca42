import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { now } from '#src/lib/clock.ts';
import { browserZone, offsetText } from '#src/lib/format.ts';
import { chooseZone, ZONE_CHOICES } from '#src/lib/time.ts';
import type { ConfigProblem } from '#src/pages/routes.ts';
import { settings, shortcuts } from '#src/strings/settings.ts';
import { shell } from '#src/strings/shell.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { ShortcutSetting } from '#src/ui/ShortcutSetting.tsx';
import { useOpening, useZone } from '#src/ui/hooks.ts';
import { OverviewLink, PageHeader, SectionHeading } from '#src/ui/page.tsx';

const words = settings.config;

interface ConfigNoticeProps {
  readonly problem: ConfigProblem;
}

/** Why the deployment's `config.json` isn't used, and what is so without it. */
function ConfigNotice({ problem }: ConfigNoticeProps) {
  return (
    <Notice intent="warning" title={words.title}>
      {problem.why === 'unread' ? words.unread(problem.detail) : words.wrong(problem.places)}{' '}
      {words.without}
    </Notice>
  );
}

const ShortcutSheet = lazyPart(
  () => import('#src/ui/ShortcutSheet.tsx'),
  (code) => code.ShortcutSheet,
);

/** The way to all keyboard shortcuts, and whether a key alone leads there. */
function KeyboardSetting() {
  const { opening, open, close } = useOpening<null>();
  return (
    <section aria-label={settings.keyboard}>
      <SectionHeading level={2} id="keyboard">
        {settings.keyboard}
      </SectionHeading>
      <ShortcutSetting />
      <div>
        <Button aria-haspopup="dialog" onClick={() => open(null)}>
          {shortcuts.show}
        </Button>
      </div>
      {opening !== null && (
        <Part key={opening.key} what={shell.shortcuts}>
          <ShortcutSheet onClosed={close} />
        </Part>
      )}
    </section>
  );
}

const timeZoneSettingWords = settings.timeZone;

/** Where times are shown: in the browser's time zone, or in UTC. */
function TimeZoneSetting() {
  const zone = useZone();
  return (
    <section aria-label={timeZoneSettingWords.title}>
      <SectionHeading level={2}>{timeZoneSettingWords.title}</SectionHeading>
      <RadioGroup
        aria-label={timeZoneSettingWords.title}
        value={zone}
        onChange={(_, { value }) => {
          const chosen = ZONE_CHOICES.find((one) => one === value);
          if (chosen !== undefined) chooseZone(chosen);
        }}
      >
        <Radio
          value="local"
          label={timeZoneSettingWords.local(browserZone(), offsetText(now(), null))}
        />
        <Radio value="utc" label={timeZoneSettingWords.utc} />
      </RadioGroup>
    </section>
  );
}

const route = getRouteApi('/settings');

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

/** The time zone, the keyboard, and the connection of each datasource whose service is not Azure Resource Manager. */
export function SettingsPage() {
  const styles = useStyles();
  const { problem, connections } = route.useLoaderData();
  return (
    <>
      <PageHeader title={settings.title} crumbs={<OverviewLink />} />
      <div className={styles.body}>
        <TimeZoneSetting />
        <KeyboardSetting />
        {problem !== null && <ConfigNotice problem={problem} />}
        {connections.length === 0 && <span>{settings.none}</span>}
        {connections.map(([id, Connection]) => (
          <Connection key={id} />
        ))}
      </div>
    </>
  );
}
