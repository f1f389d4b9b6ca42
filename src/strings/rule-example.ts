import { sentences } from '#src/strings/sentences.ts';

/** Texts for the example on a constraint's page. */
export const ruleExample = sentences({
  title: 'Example',
  lead: 'The documents’ own example machine, worked out anew with every change. Nothing is sent anywhere.',
  asBaseline: 'Nothing differs from the documents’ own example machine.',
  differs: 'It differs from the documents’ own example machine in this:',
  verdict: {
    speaks: 'The constraint speaks',
    silent: 'The constraint is silent',
    'not checked': 'Not checked',
  },
  silentBody: 'With these facts and choices it has nothing to say.',
  change: 'Change what it looks at',
  notKnown: 'Not known',
  isNotKnown: (label: string) => `${label}: not known`,
  namesHint: 'Several with commas between.',
  speakingCase: 'Reset the example',
  silentCase: 'Show where it is silent',
} as const);
