// A formatter without output, because Cucumber requires one. The engine reads the messages itself. Written in
// JavaScript because Cucumber loads it by import().
module.exports = { type: 'formatter', formatter: () => undefined };
