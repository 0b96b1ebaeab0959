import { isReader } from '../reading-operations';
import { operationIn, type Layer, type LayeredClient } from './layer';

/** Refuses every operation that does not read, whatever asks for it. */
export const readOnly: Layer = {
  name: 'cognitoLabReadOnly',
  step: 'initialize',
  priority: 'high',
  around: (next, context) => async (args) => {
    const operation = operationIn(context);
    if (isReader(operation)) return next(args);
    throw new Error(`${operation} was not sent: this pool is only read.`);
  },
};

export const isReadOnly = ({ middlewareStack }: LayeredClient): boolean =>
  middlewareStack.identify().some((entry) => entry.startsWith(readOnly.name));
