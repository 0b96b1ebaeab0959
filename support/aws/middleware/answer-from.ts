import { operationIn, type Layer } from './layer';

/** Answers calls in the network's place. */
export type Answerer = (operation: string, input: object, command: object) => Promise<object>;

/** The innermost layer of a call: no request is built, because something else answers. */
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
