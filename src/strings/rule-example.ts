/** What the page of one constraint says about its example, and where it can be met. */
export const ruleExample = {
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
  wizard: {
    title: 'In the demo',
    open: 'Open in the wizard',
    lead: (step: string) =>
      `The demo’s own world has a case of it. The link makes a draft with all choices, at the step ${step}; nothing is started.`,
    leadRefused: (step: string, field: string) =>
      `The demo’s own world has a case of it. The link makes a draft with all choices, at the step ${step}: there it refuses a value of ${field}. Nothing is started.`,
    elsewhere: {
      commvault: 'It is about Commvault, another product, which this wizard does not restore with.',
      disk: 'It applies to restores of Azure Disks, which this wizard does not offer yet.',
      scenario: 'It applies before the wizard, where one chooses what is to be restored.',
      client:
        'It applies to requests that are sent without a portal: by REST, PowerShell or Azure CLI.',
      template: 'It applies to the deployment of the template, after a restore of disks.',
      secondary:
        'It applies to restores in the secondary region, which this wizard does not offer.',
      vault: 'It applies to the settings of the vault.',
      jobs: 'It applies to a restore that runs or has ended, on the page of its backup job.',
      submit: 'It applies when Restore is pressed, with what the form still refuses or warns of.',
      world: 'No restore in the demo’s own world is known to be such a case.',
    },
  },
} as const;
