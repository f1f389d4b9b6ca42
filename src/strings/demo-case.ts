import { simulation } from '#src/strings/simulation.ts';
import { sentences } from '#src/strings/sentences.ts';

const world = `The demo’s scenario “${simulation.scenarios.default.name}”`;

/** Texts for a constraint's page: where the demo shows it, or else when it applies. */
export const demoCase = sentences({
  title: 'In the demo',
  open: 'Open in the wizard',
  lead: (step: string) =>
    `${world} has an example. The link creates a draft with all choices, at the step ${step}. Nothing is started.`,
  leadRefused: (step: string, field: string) =>
    `${world} has an example. The link creates a draft with all choices, at the step ${step}, where it rejects a value of ${field}. Nothing is started.`,
  elsewhere: {
    commvault: 'It applies to Commvault, another product, which this wizard doesn’t restore with.',
    disk: 'It applies to restores of Azure Disks, which have their own steps. Select Azure Disks as the datasource.',
    scenario: 'It applies before the wizard, when you select what to restore.',
    client: 'It applies to requests sent without a portal: with REST, PowerShell or Azure CLI.',
    template: 'It applies when you deploy the template, after a restore of disks.',
    secondary: 'It applies to restores in the secondary region. No VM of the demo is such a case.',
    vault: 'It applies to the vault’s settings.',
    jobs: 'It applies to a restore in progress or ended, on the page of its backup job.',
    submit: 'It applies when you select Restore while the form has errors or warnings.',
    world: `${world} has no restore known to be such a case.`,
  },
} as const);
