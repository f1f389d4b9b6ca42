import { Radio, RadioGroup } from '@fluentui/react-components';
import { now } from '#src/lib/clock.ts';
import { browserZone, offsetText } from '#src/lib/format.ts';
import { chooseZone, ZONE_CHOICES } from '#src/lib/time.ts';
import { settings } from '#src/strings/settings.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { useZone } from '#src/ui/hooks.ts';

const words = settings.timeZone;

/** Where times are shown: in the browser's time zone, or in UTC. */
export function TimeZoneSetting() {
  const zone = useZone();
  return (
    <section aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <RadioGroup
        aria-label={words.title}
        value={zone}
        onChange={(_, { value }) => {
          const chosen = ZONE_CHOICES.find((one) => one === value);
          if (chosen !== undefined) chooseZone(chosen);
        }}
      >
        <Radio value="local" label={words.local(browserZone(), offsetText(now(), null))} />
        <Radio value="utc" label={words.utc} />
      </RadioGroup>
    </section>
  );
}
