import { operationIn, type Layer } from './layer';

/** Answers calls without a network. */
export type Answerer = (operation: string, input: object, command: object) => Promise<object>;

/** The innermost middleware: it answers the call, so that no request is built. */
export const answerFrom = (answerer: Answerer): Layer => ({
  name: 'cognitoLabAnswer',
  step: 'initialize',
  priority: 'low',
  around:
    (_, context) =>
    async ({ input }) => ({
      output: await answerer(operationIn(context), input, context.__smithy_context?.commandInstance ?? {}),
    }),
});
