import { CognitoError } from '../cognito/errors';
import type { SimulatedCognito } from '../cognito/service';
import { callerOf } from './caller';
import type { Reply, Request } from './http';
import { parseInput } from './parse-input';
import { failure, operationOf, speaksProtocol, success, unknownProtocol } from './protocol';
import type { Quotas } from './quotas';

/** The outcome of an API call, for the log; never its input or its answer. */
export interface CallLog {
  operation: string;
  region: string;
  /** The error's code, or undefined for a success. */
  code: string | undefined;
  requestId: string;
}

export interface ApiOptions {
  cognito: SimulatedCognito;
  accountId: string;
  /** Absent where nothing is limited. */
  quotas: Quotas | undefined;
  onCall: (call: CallLog) => void;
  /** The service's own ids unless given. */
  newRequestId?: () => string;
  /** Called with a bug of the sandbox itself: shown to its user, not to the caller. */
  onInternalError: (error: unknown, operation: string, requestId: string) => void;
}

/** Does one call in AWS's JSON 1.1 protocol. Never throws: whatever goes wrong is an answer. */
export async function answerApi(request: Request, options: ApiOptions): Promise<Reply> {
  if (!speaksProtocol(request)) return unknownProtocol;
  const { cognito, quotas, accountId, onCall, onInternalError, newRequestId = () => cognito.ids.uuid() } = options;
  const log: CallLog = { operation: '-', region: '-', code: undefined, requestId: newRequestId() };
  try {
    log.operation = operationOf(request);
    const input = parseInput(request.body);
    const call = {
      ...callerOf(log.operation, request, input, { store: cognito.store, accountId }),
      requestId: log.requestId,
    };
    log.region = call.region;
    quotas?.take(log.operation, input, call);
    return success(log.operation, await cognito.call(log.operation, input, call), log.requestId);
  } catch (error) {
    if (!(error instanceof CognitoError)) onInternalError(error, log.operation, log.requestId);
    const refusal = error instanceof CognitoError ? error : internalError();
    log.code = refusal.code;
    return failure(refusal, log.requestId);
  } finally {
    onCall(log);
  }
}

/** AWS's text for its own faults; unverified against AWS. */
const internalError = () => new CognitoError('InternalErrorException', 'Something went wrong', 500);
