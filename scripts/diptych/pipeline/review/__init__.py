"""What a person does with what is proposed: `agenda` says what needs one, the other modules do what was decided.

Every decision is a function that takes a `Desk`, changes what lies on it and says in words what it did; `Desk.save`
then writes all of it or nothing. The files stay as they were written, but for what was decided.
"""
