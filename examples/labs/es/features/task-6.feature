# language: es
@task-6 @needs:user-pool-exists
Característica: Tarea 6: Configurar el envío de mensajes
  Email provider: Send email with Cognito.

  Antecedentes:
    Dado a learner has completed the lab

  @check:cognito-email @points:1
  Escenario: Cognito envía el correo
    Hint: Elige "Send email with Cognito" y deja en blanco la identidad de SES.
    Hint if "Send email with Amazon SES": Amazon SES envía el correo. Elige "Send email with Cognito".
    Hint if "EmailConfiguration.SourceArn": Cognito envía el correo desde una identidad de SES. Deja la identidad en blanco.
    Why: El correo propio de Cognito no necesita una identidad verificada, y 50 mensajes al día bastan para un laboratorio.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Entonces the email provider should be "Send email with Cognito"

  @behaviour @check:code-by-cognito-email @points:1 @needs:cognito-email @needs:email-verified-at-sign-up @needs:anyone-can-sign-up
  Escenario: El código de confirmación sale por el correo de Cognito
    Hint: Tras un registro, el grupo debe enviar el código al correo del nuevo usuario, por medio de Cognito.
    Why: Sin el código nadie puede terminar un registro.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Dado a visitor
    Cuando the visitor signs up
    Entonces the confirmation code should go to their "Email"
