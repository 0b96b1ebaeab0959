// A Cucumber plugin: repeats the scenarios for each of several sessions in one run, sequentially. A tag on each
// scenario names its session. Written in JavaScript because Cucumber loads it by import().
module.exports = {
  type: 'plugin',
  coordinator({ transform, options }) {
    transform('pickles:order', (all) =>
      options.sessions.flatMap((session) => all.map((one) => ({ ...one, pickle: pickleOf(session, one.pickle) }))),
    );
  },
};

const pickleOf = (session, pickle) => ({
  ...pickle,
  id: `${pickle.id} ${session}`,
  tags: [...pickle.tags, { name: `@session:${session}`, astNodeId: '' }],
});
