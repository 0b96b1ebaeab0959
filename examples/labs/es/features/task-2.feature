# language: es
@task-2
Característica: Tarea 2: Crear un grupo de usuarios
  Todo lo demás del laboratorio es un ajuste de un grupo de usuarios, así que debe haber uno.

  Antecedentes:
    Dado a learner has completed the lab

  @check:user-pool-exists @points:1
  Escenario: Hay un grupo de usuarios
    Hint: Crea un grupo de usuarios y sigue el asistente hasta el final: nada existe antes de pulsar el último botón.
    Hint if "none was created": No se creó ningún grupo: el asistente no crea nada antes de pulsar el último botón.
    Why: Todo lo que sigue es un ajuste de este grupo.
    Classic wizard: Amazon Cognito > User pools > Create user pool.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Entonces there should be a user pool
