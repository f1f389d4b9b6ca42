import { test } from './fixtures.ts';
const prod='8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
for (const scheme of ['light','dark'] as const) {
test(`shots ${scheme}`, async ({ app, page }) => {
  await page.setViewportSize({width:1440,height:900});
  await page.emulateMedia({colorScheme: scheme});
  const { shell } = await app.open(`/vaults/${prod}~rg-hr~rsv-hr-weu`, 'default');
  await shell.expectText('machine');
  await page.screenshot({path:`/tmp/shots/hr-${scheme}.png`});
  await page.getByRole('button',{name:'Permanently disable'}).click();
  await page.getByRole('textbox').fill('rsv-h');
  await page.screenshot({path:`/tmp/shots/hr-dialog-${scheme}.png`});
  await page.keyboard.press('Escape');
  await page.setViewportSize({width:400,height:900});
  await page.screenshot({path:`/tmp/shots/hr-400-${scheme}.png`, fullPage:true});
  await page.setViewportSize({width:1440,height:900});
  await page.goto(`/vaults/${prod}~rg-backup-weu~rsv-prod-weu`);
  await shell.expectText('machine');
  await page.getByRole('button',{name:'Disable', exact:true}).click();
  await page.screenshot({path:`/tmp/shots/prod-dialog-${scheme}.png`});
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button',{name:'Disable'}).click();
  await shell.expectText('Changing');
  await page.screenshot({path:`/tmp/shots/prod-${scheme}.png`});
});
}
