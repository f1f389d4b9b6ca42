import { simulation } from '#src/strings/simulation.ts';
import { sentences } from '#src/strings/sentences.ts';

const world = `The demo’s scenario “${simulation.scenarios.default.name}”`;

/** Texts for a constraint's page: where the demo shows it, or else when it applies. */
export const demoCase = sentences({
  title: 'In the demo',
  open: 'Open in the wizard',
  lead: (step: string) =>
    `${world} has a case of it. The link makes a draft with all choices, at the step ${step}; nothing is started.`,
  leadRefused: (step: string, field: string) =>
    `${world} has a case of it. The link makes a draft with all choices, at the step ${step}: there it refuses a value of ${field}. Nothing is started.`,
  elsewhere: {
    commvault: 'It is about Commvault, another product, which this wizard does not restore with.',
    disk: 'It applies to restores of Azure Disks, which have steps of their own: choose Azure Disks as the datasource.',
    scenario: 'It applies before the wizard, where one chooses what is to be restored.',
    client:
      'It applies to requests that are sent without a portal: by REST, PowerShell or Azure CLI.',
    template: 'It applies to the deployment of the template, after a restore of disks.',
    secondary:
      'It applies to restores in the secondary region, and no machine of the demo meets it there.',
    vault: 'It applies to the settings of the vault.',
    jobs: 'It applies to a restore that runs or has ended, on the page of its backup job.',
    submit: 'It applies when Restore is pressed, with what the form still refuses or warns of.',
    world: `${world} has no restore that is known to be such a case.`,
  },
} as const);
