import { awsEnvironment } from '../support/program';

/** This process's environment, for as long as the SDK is to find a service of ours in it. */
export class SdkEnvironment {
  readonly #before = { ...process.env };
  #turn: Promise<unknown> = Promise.resolve();

  /** Whatever this machine is set up for is of no account. */
  constructor(url: string) {
    for (const name of Object.keys(process.env)) if (/^AWS_(?!SDK_JS_)/.test(name)) delete process.env[name];
    Object.assign(process.env, awsEnvironment(url));
  }

  /** Does something with the SDK pointed at a url, one after another: a client looks where it goes when it is made. */
  at<T>(url: string, work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => {
      Object.assign(process.env, awsEnvironment(url));
      return work();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  giveBack(): void {
    process.env = this.#before;
  }
}
