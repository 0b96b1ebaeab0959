# language: es
@task-7 @needs:user-pool-exists
Característica: Tarea 7: Integrar la aplicación
  El grupo recibe su nombre y un cliente de aplicación llamado kekeclient. El secreto de cliente es opcional.

  Antecedentes:
    Dado a learner has completed the lab

  @check:user-pool-name @points:1
  Escenario: El grupo de usuarios tiene su nombre
    Hint: Da al grupo el nombre que acordó la clase. La consola actual inventa un nombre; cámbialo después.
    Hint if "Name": El grupo tiene otro nombre. Cuentan las mayúsculas y los espacios. Ponle el nombre que acordó la clase.
    Why: Por su nombre se encuentra el grupo entre otros.
    Classic wizard: Step 5, Integrate your app > User pool name.
    Console: your user pool > Overview > Rename.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Entonces the user pool should have the name that the class agreed on

  @check:app-client @points:2
  Escenario: Hay un cliente de aplicación llamado kekeclient
    Hint: Crea un cliente de aplicación con el nombre kekeclient, escrito exactamente así. En la consola actual el cliente toma el nombre de la aplicación.
    Hint if "none": Aún no hay ningún cliente de aplicación. Crea uno con el nombre kekeclient.
    Hint if "UserPoolClients[].ClientName": Hay clientes de aplicación, y ninguno con el nombre kekeclient: cuentan las mayúsculas y los espacios. Cambia el nombre de uno, o crea otro.
    Why: Una aplicación hace entrar a sus usuarios por un cliente propio.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Entonces there should be an app client named "kekeclient"
