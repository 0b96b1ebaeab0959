import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { settingLabel } from '../../lab/vocabulary';
import { runLab } from '../../runner/run-lab';
import { LabSession } from '../../runner/session/lab-session';
import { SimulatedCognito } from '../../simulator/cognito/service';
import { simulatedClient } from '../../targets/mock/mock-client';
import { SharedKeys } from '../../targets/mock/shared-keys';
import { placeOf, settingOf } from '../pools/places';
import { wizardFields } from '../wizard/steps';
import type { PracticeLab } from './practice-lab';
import { PracticeTarget } from './practice-target';

/** Something that a lab asks for, and the wizard does not. */
export interface Lacking {
  label: string;
  /** Where it is on the pool's pages; undefined where only the AWS CLI can set it. */
  place?: string;
}

/**
 * Settings of a lab that no step of the wizard has, found by running its checks on a pool that has only a name.
 */
export async function askedElsewhere(
  { lab }: PracticeLab,
  owner: { region: string; accountId: string },
): Promise<Lacking[]> {
  const cognito = new SimulatedCognito({ keys: SharedKeys.source });
  const client = simulatedClient(cognito, owner);
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'lab' }));
  client.destroy();
  const session = new LabSession(new PracticeTarget(cognito, owner, UserPool?.Id));
  try {
    const { tasks } = await runLab(lab, session);
    const checks = tasks.flatMap((task) => task.checks).filter(({ kind }) => kind === 'setting');
    const found = [...new Set(checks.flatMap(({ findings }) => findings.map(({ setting }) => setting)))];
    return found
      .filter((finding) => !isInWizard(finding))
      .map((finding) => ({ label: settingLabel(finding) ?? finding, place: placeOf(finding)?.text }));
  } finally {
    await session.close();
  }
}

/** What is not a setting, such as whether there are users, is not a matter of the wizard. */
function isInWizard(finding: string): boolean {
  // The wizard makes an app client, whatever it is called.
  if (finding.startsWith('UserPoolClients[]')) return true;
  const setting = settingOf(finding);
  return (
    !setting ||
    setting.of === 'user' ||
    wizardFields.some((field) => field.setting === setting || field.label === setting.label) ||
    isAskedOtherwise(setting.label)
  );
}

/** The wizard asks for it in words of its own. */
const isAskedOtherwise = (label: string): boolean => label === 'Identity providers';
