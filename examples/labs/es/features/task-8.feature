# language: es
@task-8 @needs:user-pool-exists
Característica: Tarea 8: Revisar
  El grupo se revisa y se crea, y se crea en él un usuario.

  Antecedentes:
    Dado a learner has completed the lab

  @check:user-created @points:2
  Escenario: Hay un usuario con una dirección de correo
    Hint: Crea un usuario y dale una dirección de correo.
    Hint if "no users": Aún no hay ningún usuario. Crea uno, con una dirección de correo.
    Why: Un grupo se revisa usándolo.
    Classic wizard: your user pool > Users > Create user.
    Console: your user pool > User management > Users > Create user.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    Entonces there should be a user with an email address

  @behaviour @check:first-sign-in @points:1 @needs:user-created @needs:sign-in-email-only @needs:required-attributes
  Escenario: El usuario creado completa su cuenta en el primer inicio de sesión
    Hint: La contraseña que dio el administrador es temporal: el primer inicio de sesión debe pedir una nueva, y los atributos obligatorios que el usuario aún no tiene.
    Why: Al final, nadie más que el usuario debe conocer la contraseña.
    Classic wizard: your user pool > Users > Create user > Temporary password.
    Console: your user pool > User management > Users > Create user > Temporary password.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    Dado the user that the learner created
    Cuando the user signs in
    Entonces a new password should be asked for
    Y the attributes asked for should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |
