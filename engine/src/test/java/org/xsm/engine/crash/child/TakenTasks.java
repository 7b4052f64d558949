package org.xsm.engine.crash.child;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Watches the worker take tasks: they are locked then, and nobody has been asked yet. */
final class TakenTasks implements BeanPostProcessor {
  private final ObjectProvider<Deaths> deaths;

  TakenTasks(ObjectProvider<Deaths> deaths) {
    this.deaths = deaths;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ExternalTaskService ? watched(bean, ExternalTaskService.class) : bean;
  }

  private Object watched(Object target, Class<?> type) {
    InvocationHandler handler = (proxy, method, words) -> watch(call(target, method, words));
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object call(Object target, Method method, Object[] words) throws Throwable {
    try {
      return method.invoke(target, words);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Object watch(Object answer) {
    if (answer instanceof ExternalTaskQueryTopicBuilder) {
      return watched(answer, ExternalTaskQueryTopicBuilder.class);
    } else if (answer instanceof List<?> list) {
      List<Action> taken =
          list.stream()
              .filter(LockedExternalTask.class::isInstance)
              .map(LockedExternalTask.class::cast)
              .map(task -> new Action(task.getProcessDefinitionKey(), task.getActivityId()))
              .toList();
      if (!taken.isEmpty()) {
        deaths.getObject().pass(Point.TAKEN, taken);
      }
    }
    return answer;
  }
}
