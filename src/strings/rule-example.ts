import { sentences } from '#src/strings/sentences.ts';

/** Texts for the example on a constraint's page. */
export const ruleExample = sentences({
  title: 'Example',
  lead: 'The documents’ own example VM, checked again after every change. Nothing is sent.',
  asBaseline: 'Same as the documents’ own example VM.',
  differs: 'Differences from the documents’ own example VM:',
  verdict: {
    speaks: 'The constraint applies',
    silent: 'The constraint doesn’t apply',
    'not checked': 'Not checked',
  },
  silentBody: 'These facts and choices don’t trigger it.',
  change: 'Change its facts and choices',
  notKnown: 'Not known',
  isNotKnown: (label: string) => `${label}: not known`,
  namesHint: 'Separate names with commas.',
  speakingCase: 'Reset the example',
  silentCase: 'Show where it doesn’t apply',
} as const);
