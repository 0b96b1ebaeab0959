/** What steps need to read a pool, so that they import from the runner alone. */
export { maskArn, maskEmail } from '../../common/text/mask';
export { effectivePasswordPolicy } from '../../aws/pool/password-policy';
export { present } from '../../aws/pool/present';
export { requiredAttributes } from '../../aws/pool/required-attributes';
