import { awsEnvironment } from '../support/program';

/** This process's environment with the SDK pointed at a url, whatever this machine is set up for; gives it back. */
export function pointSdkAt(url: string): () => void {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (/^AWS_(?!SDK_JS_)/.test(name)) delete process.env[name];
  Object.assign(process.env, awsEnvironment(url));
  return () => {
    process.env = before;
  };
}
