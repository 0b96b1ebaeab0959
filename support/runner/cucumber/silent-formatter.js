// Cucumber wants a formatter. The engine reads the messages by itself, so that this one does nothing: the built-in
// ones would write every message out for nobody. It is JavaScript because Cucumber loads it by import().
module.exports = { type: 'formatter', formatter: () => undefined };
