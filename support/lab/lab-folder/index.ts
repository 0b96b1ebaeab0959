export { placeOf, faultText, type Fault } from './fault';
export type { FeatureFile, Lab } from './lab';
export { labSchemaId, labFile } from './lab-file';
export { inspectLab, labOf, readLab, type ReadLab } from './read-lab';
