import { version } from '../../package.json';

/** Of cognito-lab, as package.json has it. */
export { version };
