// A plugin of Cucumber's: runs the scenarios once for each of several sessions in one run, one session after another.
// Which one a scenario belongs to stands in a tag, where its World finds it. It is JavaScript because Cucumber loads it
// by import().
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
